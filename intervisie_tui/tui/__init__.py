"""What people see: the app, its screens and widgets. Screens render the value of a meeting and send commands."""
