#!/bin/sh
# Runs a Node script; says in one sentence what is missing instead of a stack trace.
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The console needs Node 20.19 or newer with npm, but 'node' or 'npm' was not found on the PATH: install Node and run the same command again." >&2
  exit 1
fi
found=$(node -p 'process.versions.node')
if ! node -e 'const [a,b]=process.versions.node.split(".").map(Number);process.exit(a>20||(a===20&&b>=19)?0:1)'; then
  echo "The console needs Node 20.19 or newer, but 'node' on the PATH is $found: install a newer Node and run the same command again." >&2
  exit 1
fi
exec node "$@"
