"""The written report as files: PDF, DOCX, XLSX, HTML and plain text."""
