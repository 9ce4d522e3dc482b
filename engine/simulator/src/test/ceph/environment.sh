# Where the unpacked programs are, and what they need to find one another; to be sourced with the folder of fetch.sh.
# shellcheck shell=bash
root=$(cd "$1/root" && pwd)
machine=$(uname -m)-linux-gnu
libraries=$root/usr/lib/$machine
export LD_LIBRARY_PATH=$libraries:$libraries/ceph:$root/lib/$machine
export PYTHONPATH=$root/usr/lib/python3/dist-packages
