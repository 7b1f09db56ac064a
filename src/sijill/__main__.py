"""`python -m sijill` is `sijill`."""

from sijill.serve.cli import main

if __name__ == "__main__":
    main()
