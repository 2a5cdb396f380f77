#!/bin/sh
# The gallery as a site in the folder gallery/site; options go to `mvplot gallery`.
cd "$(dirname "$0")" && exec "${MVPLOT:-../.build/release/mvplot}" gallery . -o site "$@"
