package dev.vrrpd.netlink.libc;

import java.lang.ref.Reference;
import java.util.Arrays;

/**
 * The C library: every native call of the program, each with the man page that describes it. Takes
 * and gives numbers and addresses only.
 *
 * <p>A call that the world may refuse on any day returns {@code -errno}, as the kernel itself does;
 * {@link #check} turns that into a {@link LibcException} where a refusal ends the matter. Nothing
 * here retries, and nothing blocks that was not opened to block.
 */
public final class Libc {
  public static final int AF_UNSPEC = 0;
  public static final int AF_UNIX = 1;
  public static final int AF_INET = 2;
  public static final int AF_INET6 = 10;
  public static final int AF_NETLINK = 16;
  public static final int AF_PACKET = 17;

  public static final int SOCK_DGRAM = 2;
  public static final int SOCK_RAW = 3;
  public static final int SOCK_NONBLOCK = 0x800;
  public static final int SOCK_CLOEXEC = 0x80000;

  public static final int MSG_DONTWAIT = 0x40;

  public static final int SIGKILL = 9;
  public static final int SIGTERM = 15;
  public static final int SIGCHLD = 17;

  public static final int CLONE_NEWNET = 0x4000_0000;

  /** Octets of a cpu_set_t: 1024 processors. */
  public static final int PROCESSOR_MASK = 128;

  /** The system call says 20 less the nice value, so that it is never negative. */
  private static final int NICE_BIAS = 20;

  private static final int O_NOFOLLOW =
      System.getProperty("os.arch").equals("aarch64") ? 0x8000 : 0x20000;

  private static final Object[] NO_ARGUMENTS = {};

  private static final Functions C = new DirectFunctions();

  /** The functions by their C names. */
  @SuppressWarnings("MemberName")
  interface Functions {
    int socket(int domain, int type, int protocol);

    int bind(int fd, long address, int length);

    int connect(int fd, long address, int length);

    int setsockopt(int fd, int level, int option, long value, int length);

    long sendmsg(int fd, long message, int flags);

    long recvmsg(int fd, long message, int flags);

    int sendmmsg(int fd, long messages, int count, int flags);

    int recvmmsg(int fd, long messages, int count, int flags, long timeout);

    long read(int fd, long buffer, long count);

    long write(int fd, long buffer, long count);

    int open(long path, int flags, int mode);

    int mkfifo(long path, int mode);

    int signalfd(int fd, long set, int flags);

    int close(int fd);

    int inotify_init1(int flags);

    int inotify_add_watch(int fd, long path, int mask);

    int inotify_rm_watch(int fd, int watch);

    int timerfd_create(int clock, int flags);

    int timerfd_settime(int fd, int flags, long value, long oldValue);

    int prctl(int option, long a, long b, long c, long d);

    int mlockall(int flags);

    int getrlimit(int resource, long limit);

    int setrlimit(int resource, long limit);

    int setns(int fd, int kind);

    int setsid();

    int dup2(int from, int to);

    int umask(int mask);

    int getpid();

    int getuid();

    int kill(int pid, int signal);

    long signal(int signal, long handler);

    int sigfillset(long set);

    int waitid(int kind, int id, long info, int options);

    int posix_spawn(long pid, long path, long actions, long attributes, long argv, long envp);

    int posix_spawn_file_actions_init(long actions);

    int posix_spawn_file_actions_destroy(long actions);

    int posix_spawn_file_actions_addopen(long actions, int fd, long path, int flags, int mode);

    int posix_spawn_file_actions_addclose(long actions, int fd);

    int posix_spawn_file_actions_addclosefrom_np(long actions, int from);

    int posix_spawnattr_init(long attributes);

    int posix_spawnattr_destroy(long attributes);

    int posix_spawnattr_setflags(long attributes, int flags);

    int posix_spawnattr_setpgroup(long attributes, int group);

    int posix_spawnattr_setsigdefault(long attributes, long set);

    int posix_spawnattr_setsigmask(long attributes, long set);

    long syscall(long number, long a, long b, long c);

    String strerror(int errno);
  }

  private Libc() {}

  /** {@code result}, or {@link LibcException} where it is {@code -errno}. */
  public static int check(String call, int result, Object... arguments) {
    if (result < 0) {
      throw new LibcException(call, -result, Arrays.deepToString(arguments));
    }
    return result;
  }

  /** The same for a call that says by itself what was meant. */
  public static int check(String call, int result) {
    return result < 0 ? check(call, result, NO_ARGUMENTS) : result;
  }

  private static int orErrno(int result) {
    return result == -1 ? -NativeFunction.lastError() : result;
  }

  private static int orErrno(long result) {
    return orErrno((int) result);
  }

  /** {@code result}; the memory lives until here. */
  @SuppressWarnings("ReachabilityFenceUsage") // the call is over when its result is an argument
  static int keeping(NativeMemory memory, int result) {
    Reference.reachabilityFence(memory);
    return result;
  }

  /** socket(2). */
  public static int socket(int domain, int type, int protocol) {
    return orErrno(C.socket(domain, type, protocol));
  }

  /** bind(2). */
  public static int bind(int fd, NativeMemory address) {
    return keeping(address, orErrno(C.bind(fd, address.address(), address.size())));
  }

  /** connect(2). */
  public static int connect(int fd, NativeMemory address) {
    return keeping(address, orErrno(C.connect(fd, address.address(), address.size())));
  }

  /** setsockopt(2) with an integer. */
  public static int setsockopt(int fd, int level, int option, int value) {
    NativeMemory memory = NativeMemory.allocate(Integer.BYTES);
    memory.octets().putInt(0, value);
    return setsockopt(fd, level, option, memory);
  }

  /** setsockopt(2). */
  public static int setsockopt(int fd, int level, int option, NativeMemory value) {
    return keeping(value, orErrno(C.setsockopt(fd, level, option, value.address(), value.size())));
  }

  /** sendmsg(2): octets sent. */
  public static int sendmsg(int fd, long message, int flags) {
    return orErrno(C.sendmsg(fd, message, flags));
  }

  /** recvmsg(2): octets received. */
  public static int recvmsg(int fd, long message, int flags) {
    return orErrno(C.recvmsg(fd, message, flags));
  }

  /** sendmmsg(2): messages sent. */
  public static int sendmmsg(int fd, long messages, int count, int flags) {
    return orErrno(C.sendmmsg(fd, messages, count, flags));
  }

  /** recvmmsg(2): messages received. */
  public static int recvmmsg(int fd, long messages, int count, int flags) {
    return orErrno(C.recvmmsg(fd, messages, count, flags, 0));
  }

  /** read(2). */
  public static int read(int fd, NativeMemory into) {
    return keeping(into, orErrno(C.read(fd, into.address(), into.size())));
  }

  /** write(2) of the first {@code count} octets. */
  public static int write(int fd, NativeMemory from, int count) {
    return keeping(from, orErrno(C.write(fd, from.address(), count)));
  }

  /** mkfifo(3). */
  public static int mkfifo(String path, int mode) {
    NativeMemory text = NativeMemory.string(path);
    return keeping(text, orErrno(C.mkfifo(text.address(), mode)));
  }

  /** open(2) of a pipe's both ends, without waiting and without following a symbolic link. */
  public static int openPipe(String path) {
    NativeMemory text = NativeMemory.string(path);
    return keeping(
        text, orErrno(C.open(text.address(), 2 | SOCK_NONBLOCK | O_NOFOLLOW | SOCK_CLOEXEC, 0)));
  }

  /** open(2), for reading. */
  public static int open(String path) {
    NativeMemory text = NativeMemory.string(path);
    return keeping(text, orErrno(C.open(text.address(), SOCK_CLOEXEC, 0)));
  }

  /** close(2). Whatever it says, the descriptor is gone on Linux. */
  public static void close(int fd) {
    int _ = C.close(fd);
  }

  /** inotify_init1(2), non-blocking. */
  public static int inotifyInit() {
    return orErrno(C.inotify_init1(SOCK_NONBLOCK | SOCK_CLOEXEC));
  }

  /** inotify_add_watch(2): the watch. Looks the path up, so it may wait for a file system. */
  public static int inotifyAddWatch(int fd, String path, int mask) {
    NativeMemory text = NativeMemory.string(path);
    return keeping(text, orErrno(C.inotify_add_watch(fd, text.address(), mask)));
  }

  /** inotify_rm_watch(2). */
  public static void inotifyRemoveWatch(int fd, int watch) {
    int _ = C.inotify_rm_watch(fd, watch);
  }

  /** timerfd_create(2) on CLOCK_MONOTONIC, the clock of {@link System#nanoTime}, non-blocking. */
  public static int timerfdCreate() {
    return orErrno(C.timerfd_create(1, SOCK_NONBLOCK | SOCK_CLOEXEC));
  }

  /** timerfd_settime(2) to an absolute time; {@code value} is a struct itimerspec. */
  public static int timerfdSettime(int fd, NativeMemory value) {
    return keeping(value, orErrno(C.timerfd_settime(fd, 1, value.address(), 0)));
  }

  /** PR_SET_TIMERSLACK(2const), for the calling thread. */
  public static int setTimerSlack(long nanoseconds) {
    return orErrno(C.prctl(29, nanoseconds, 0, 0, 0));
  }

  /**
   * sched_setscheduler(2) to SCHED_RR for a thread of this process; threads and processes it starts
   * do not inherit it (SCHED_RESET_ON_FORK).
   *
   * @param thread its id, 0 for the calling one
   */
  public static int setRoundRobin(int thread, int priority) {
    NativeMemory parameters = NativeMemory.allocate(Integer.BYTES);
    parameters.octets().putInt(0, priority);
    return keeping(
        parameters,
        syscall(Syscall.SCHED_SETSCHEDULER, thread, 2 | 0x4000_0000, parameters.address()));
  }

  /** getpriority(2): the nice value of the calling thread. */
  public static int nice() {
    return NICE_BIAS - syscall(Syscall.GETPRIORITY, 0, 0, 0);
  }

  /**
   * setpriority(2): the nice value of a thread of this process.
   *
   * @param thread its id, 0 for the calling one
   */
  public static int setNice(int thread, int nice) {
    return syscall(Syscall.SETPRIORITY, 0, thread, nice);
  }

  /** sched_getaffinity(2) of the calling thread into a mask of {@link #PROCESSOR_MASK} octets. */
  public static int getAffinity(NativeMemory mask) {
    return keeping(mask, syscall(Syscall.SCHED_GETAFFINITY, 0, mask.size(), mask.address()));
  }

  /** sched_setaffinity(2) of the calling thread. */
  public static int setAffinity(NativeMemory mask) {
    return keeping(mask, syscall(Syscall.SCHED_SETAFFINITY, 0, mask.size(), mask.address()));
  }

  /** mlockall(2) of what is and what will be, each page once it is touched (MCL_ONFAULT). */
  public static int lockMemory() {
    return orErrno(C.mlockall(1 | 2 | 4));
  }

  /** setrlimit(2): the soft limit of {@code resource}; the hard one stays. */
  public static int setSoftLimit(int resource, long limit) {
    NativeMemory limits = NativeMemory.allocate(2 * Long.BYTES);
    int result = orErrno(C.getrlimit(resource, limits.address()));
    if (result < 0) {
      return result;
    }
    limits.octets().putLong(0, limit);
    return keeping(limits, orErrno(C.setrlimit(resource, limits.address())));
  }

  /** setns(2), for the calling thread. */
  public static int setns(int fd, int kind) {
    return orErrno(C.setns(fd, kind));
  }

  /** setsid(2). */
  public static int setsid() {
    return orErrno(C.setsid());
  }

  /** dup2(2): {@code to} becomes another name for {@code from}. */
  public static int dup2(int from, int to) {
    return orErrno(C.dup2(from, to));
  }

  /** umask(2), of the process; the old one. */
  public static int umask(int mask) {
    return C.umask(mask);
  }

  /** getpid(2). */
  public static int getpid() {
    return C.getpid();
  }

  /** getuid(2) of the process's first thread; threads may differ, see {@link ThreadCredentials}. */
  public static int getuid() {
    return C.getuid();
  }

  /** kill(2); a negative {@code pid} is a process group. */
  public static int kill(int pid, int signal) {
    return orErrno(C.kill(pid, signal));
  }

  /** signalfd(2) of these signals, non-blocking; {@code set} is a sigset_t. */
  public static int signalfd(NativeMemory set) {
    return keeping(set, orErrno(C.signalfd(-1, set.address(), SOCK_NONBLOCK | SOCK_CLOEXEC)));
  }

  /** signal(2): SIG_IGN. */
  public static void ignoreSignal(int signal) {
    long _ = C.signal(signal, 1);
  }

  /** signal(2): back to SIG_DFL. */
  public static void defaultSignal(int signal) {
    long _ = C.signal(signal, 0);
  }

  /** waitid(2) for one child by its pid; {@code info} is a siginfo_t of 128 octets. */
  public static int waitid(int pid, NativeMemory info, int options) {
    return keeping(info, orErrno(C.waitid(1, pid, info.address(), options)));
  }

  /** pidfd_open(2). */
  public static int pidfdOpen(int pid) {
    return syscall(Syscall.PIDFD_OPEN, pid, 0, 0);
  }

  /** The functions that posix_spawn(3) needs. */
  static Functions functions() {
    return C;
  }

  static int syscall(Syscall call, long a, long b, long c) {
    return orErrno(C.syscall(call.number(), a, b, c));
  }

  /** strerror(3). */
  static String strerror(int errno) {
    return C.strerror(errno);
  }
}
