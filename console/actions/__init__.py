"""What a person can do, each defined once. See `action` for the shape and `catalog` for the list."""
