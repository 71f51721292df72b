"""The figures of a year as JSON, CSV, XLSX and a table of text."""
