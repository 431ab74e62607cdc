# Read by both launchers, sets $blocking. A JVM has no handler for real-time signals (JSON, STATS_CLEAR): blocked before
# it starts, they wait for the daemon. What the caller ignores (nohup, a shell's background job) a JVM ignores for ever,
# a reload too: those are given back. Needs coreutils 8.31 (Debian 11); without it the two signals end the daemon.
blocking='env --block-signal=RTMIN+2,RTMAX-1 --default-signal=HUP,INT,TERM,USR1,USR2'
$blocking > /dev/null 2>&1 || blocking=

# What only looks at files may need more room than the daemon: tens of thousands of instances from two loops.
case " $* " in
    ' check '* | ' explain '* | ' reload '* | *' -t '* | *' --config-test'*) VRRPD_JAVA_OPTS="-Xmx1g ${VRRPD_JAVA_OPTS:-}" ;;
esac
