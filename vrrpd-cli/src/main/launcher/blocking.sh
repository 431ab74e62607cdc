# Read by both launchers, sets $blocking. A JVM has no handler for real-time signals (JSON, STATS_CLEAR): blocked before
# it starts, they wait for the daemon. Needs coreutils 8.30 (Debian 10); without it these two signals end the daemon.
blocking='env --block-signal=RTMIN+2,RTMAX-1'
$blocking true 2> /dev/null || blocking=
