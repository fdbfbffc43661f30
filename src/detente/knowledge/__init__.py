"""Facts by date: states, organs, offices, people, occasions."""
