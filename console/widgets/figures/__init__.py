"""The room's figures as rows."""
