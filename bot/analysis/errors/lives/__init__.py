"""What an article tells of a life in years: when somebody was born, and how old they were when."""
