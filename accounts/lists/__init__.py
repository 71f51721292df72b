"""Lists as their users keep them: views, columns, steps, what is taken out."""
