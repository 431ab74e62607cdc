package dev.vrrpd.netlink.libc;

import static dev.vrrpd.netlink.libc.NativeFunction.INT;
import static dev.vrrpd.netlink.libc.NativeFunction.LONG;

/**
 * The functions of {@link Libc.Functions}, each written out: what jnr-ffi would generate anew at
 * every start. The result's type comes first, then the parameters'.
 */
@SuppressWarnings("MemberName")
final class DirectFunctions implements Libc.Functions {
  private final NativeFunction socket = new NativeFunction("socket", INT, INT, INT, INT);
  private final NativeFunction bind = new NativeFunction("bind", INT, INT, LONG, INT);
  private final NativeFunction connect = new NativeFunction("connect", INT, INT, LONG, INT);
  private final NativeFunction setsockopt =
      new NativeFunction("setsockopt", INT, INT, INT, INT, LONG, INT);
  private final NativeFunction sendmsg = new NativeFunction("sendmsg", LONG, INT, LONG, INT);
  private final NativeFunction recvmsg = new NativeFunction("recvmsg", LONG, INT, LONG, INT);
  private final NativeFunction sendmmsg = new NativeFunction("sendmmsg", INT, INT, LONG, INT, INT);
  private final NativeFunction recvmmsg =
      new NativeFunction("recvmmsg", INT, INT, LONG, INT, INT, LONG);
  private final NativeFunction read = new NativeFunction("read", LONG, INT, LONG, LONG);
  private final NativeFunction write = new NativeFunction("write", LONG, INT, LONG, LONG);
  private final NativeFunction open = new NativeFunction("open", INT, LONG, INT, INT);
  private final NativeFunction mkfifo = new NativeFunction("mkfifo", INT, LONG, INT);
  private final NativeFunction signalfd = new NativeFunction("signalfd", INT, INT, LONG, INT);
  private final NativeFunction close = new NativeFunction("close", INT, INT);
  private final NativeFunction timerfd_create = new NativeFunction("timerfd_create", INT, INT, INT);
  private final NativeFunction timerfd_settime =
      new NativeFunction("timerfd_settime", INT, INT, INT, LONG, LONG);
  private final NativeFunction prctl =
      new NativeFunction("prctl", INT, INT, LONG, LONG, LONG, LONG);
  private final NativeFunction mlockall = new NativeFunction("mlockall", INT, INT);
  private final NativeFunction getrlimit = new NativeFunction("getrlimit", INT, INT, LONG);
  private final NativeFunction setrlimit = new NativeFunction("setrlimit", INT, INT, LONG);
  private final NativeFunction setns = new NativeFunction("setns", INT, INT, INT);
  private final NativeFunction setsid = new NativeFunction("setsid", INT);
  private final NativeFunction dup2 = new NativeFunction("dup2", INT, INT, INT);
  private final NativeFunction umask = new NativeFunction("umask", INT, INT);
  private final NativeFunction getpid = new NativeFunction("getpid", INT);
  private final NativeFunction getuid = new NativeFunction("getuid", INT);
  private final NativeFunction kill = new NativeFunction("kill", INT, INT, INT);
  private final NativeFunction signal = new NativeFunction("signal", LONG, INT, LONG);
  private final NativeFunction sigfillset = new NativeFunction("sigfillset", INT, LONG);
  private final NativeFunction waitid = new NativeFunction("waitid", INT, INT, INT, LONG, INT);
  private final NativeFunction posix_spawn =
      new NativeFunction("posix_spawn", INT, LONG, LONG, LONG, LONG, LONG, LONG);
  private final NativeFunction posix_spawn_file_actions_init =
      new NativeFunction("posix_spawn_file_actions_init", INT, LONG);
  private final NativeFunction posix_spawn_file_actions_destroy =
      new NativeFunction("posix_spawn_file_actions_destroy", INT, LONG);
  private final NativeFunction posix_spawn_file_actions_addopen =
      new NativeFunction("posix_spawn_file_actions_addopen", INT, LONG, INT, LONG, INT, INT);
  private final NativeFunction posix_spawn_file_actions_addclose =
      new NativeFunction("posix_spawn_file_actions_addclose", INT, LONG, INT);
  private final NativeFunction posix_spawn_file_actions_addclosefrom_np =
      new NativeFunction("posix_spawn_file_actions_addclosefrom_np", INT, LONG, INT);
  private final NativeFunction posix_spawnattr_init =
      new NativeFunction("posix_spawnattr_init", INT, LONG);
  private final NativeFunction posix_spawnattr_destroy =
      new NativeFunction("posix_spawnattr_destroy", INT, LONG);
  private final NativeFunction posix_spawnattr_setflags =
      new NativeFunction("posix_spawnattr_setflags", INT, LONG, INT);
  private final NativeFunction posix_spawnattr_setpgroup =
      new NativeFunction("posix_spawnattr_setpgroup", INT, LONG, INT);
  private final NativeFunction posix_spawnattr_setsigdefault =
      new NativeFunction("posix_spawnattr_setsigdefault", INT, LONG, LONG);
  private final NativeFunction posix_spawnattr_setsigmask =
      new NativeFunction("posix_spawnattr_setsigmask", INT, LONG, LONG);
  private final NativeFunction syscall =
      new NativeFunction("syscall", LONG, LONG, LONG, LONG, LONG);
  private final NativeFunction inotify_init1 = new NativeFunction("inotify_init1", INT, INT);
  private final NativeFunction inotify_add_watch =
      new NativeFunction("inotify_add_watch", INT, INT, LONG, INT);
  private final NativeFunction inotify_rm_watch =
      new NativeFunction("inotify_rm_watch", INT, INT, INT);
  private final NativeFunction strerror = new NativeFunction("strerror", LONG, INT);

  @Override
  public int socket(int domain, int type, int protocol) {
    return (int) socket.call(domain, type, protocol);
  }

  @Override
  public int bind(int fd, long address, int length) {
    return (int) bind.call(fd, address, length);
  }

  @Override
  public int connect(int fd, long address, int length) {
    return (int) connect.call(fd, address, length);
  }

  @Override
  public int setsockopt(int fd, int level, int option, long value, int length) {
    return (int) setsockopt.call(fd, level, option, value, length);
  }

  @Override
  public long sendmsg(int fd, long message, int flags) {
    return sendmsg.call(fd, message, flags);
  }

  @Override
  public long recvmsg(int fd, long message, int flags) {
    return recvmsg.call(fd, message, flags);
  }

  @Override
  public int sendmmsg(int fd, long messages, int count, int flags) {
    return (int) sendmmsg.call(fd, messages, count, flags);
  }

  @Override
  public int recvmmsg(int fd, long messages, int count, int flags, long timeout) {
    return (int) recvmmsg.call(fd, messages, count, flags, timeout);
  }

  @Override
  public long read(int fd, long buffer, long count) {
    return read.call(fd, buffer, count);
  }

  @Override
  public long write(int fd, long buffer, long count) {
    return write.call(fd, buffer, count);
  }

  @Override
  public int open(long path, int flags, int mode) {
    return (int) open.call(path, flags, mode);
  }

  @Override
  public int mkfifo(long path, int mode) {
    return (int) mkfifo.call(path, mode);
  }

  @Override
  public int signalfd(int fd, long set, int flags) {
    return (int) signalfd.call(fd, set, flags);
  }

  @Override
  public int close(int fd) {
    return (int) close.call(fd);
  }

  @Override
  public int timerfd_create(int clock, int flags) {
    return (int) timerfd_create.call(clock, flags);
  }

  @Override
  public int timerfd_settime(int fd, int flags, long value, long oldValue) {
    return (int) timerfd_settime.call(fd, flags, value, oldValue);
  }

  @Override
  public int prctl(int option, long a, long b, long c, long d) {
    return (int) prctl.call(option, a, b, c, d);
  }

  @Override
  public int mlockall(int flags) {
    return (int) mlockall.call(flags);
  }

  @Override
  public int getrlimit(int resource, long limit) {
    return (int) getrlimit.call(resource, limit);
  }

  @Override
  public int setrlimit(int resource, long limit) {
    return (int) setrlimit.call(resource, limit);
  }

  @Override
  public int setns(int fd, int kind) {
    return (int) setns.call(fd, kind);
  }

  @Override
  public int setsid() {
    return (int) setsid.call();
  }

  @Override
  public int dup2(int from, int to) {
    return (int) dup2.call(from, to);
  }

  @Override
  public int umask(int mask) {
    return (int) umask.call(mask);
  }

  @Override
  public int getpid() {
    return (int) getpid.call();
  }

  @Override
  public int getuid() {
    return (int) getuid.call();
  }

  @Override
  public int kill(int pid, int signal) {
    return (int) kill.call(pid, signal);
  }

  @Override
  public long signal(int number, long handler) {
    return signal.call(number, handler);
  }

  @Override
  public int sigfillset(long set) {
    return (int) sigfillset.call(set);
  }

  @Override
  public int waitid(int kind, int id, long info, int options) {
    return (int) waitid.call(kind, id, info, options);
  }

  @Override
  public int posix_spawn(long pid, long path, long actions, long attributes, long argv, long envp) {
    return (int) posix_spawn.call(pid, path, actions, attributes, argv, envp);
  }

  @Override
  public int posix_spawn_file_actions_init(long actions) {
    return (int) posix_spawn_file_actions_init.call(actions);
  }

  @Override
  public int posix_spawn_file_actions_destroy(long actions) {
    return (int) posix_spawn_file_actions_destroy.call(actions);
  }

  @Override
  public int posix_spawn_file_actions_addopen(
      long actions, int fd, long path, int flags, int mode) {
    return (int) posix_spawn_file_actions_addopen.call(actions, fd, path, flags, mode);
  }

  @Override
  public int posix_spawn_file_actions_addclose(long actions, int fd) {
    return (int) posix_spawn_file_actions_addclose.call(actions, fd);
  }

  @Override
  public int posix_spawn_file_actions_addclosefrom_np(long actions, int from) {
    return (int) posix_spawn_file_actions_addclosefrom_np.call(actions, from);
  }

  @Override
  public int posix_spawnattr_init(long attributes) {
    return (int) posix_spawnattr_init.call(attributes);
  }

  @Override
  public int posix_spawnattr_destroy(long attributes) {
    return (int) posix_spawnattr_destroy.call(attributes);
  }

  @Override
  public int posix_spawnattr_setflags(long attributes, int flags) {
    return (int) posix_spawnattr_setflags.call(attributes, flags);
  }

  @Override
  public int posix_spawnattr_setpgroup(long attributes, int group) {
    return (int) posix_spawnattr_setpgroup.call(attributes, group);
  }

  @Override
  public int posix_spawnattr_setsigdefault(long attributes, long set) {
    return (int) posix_spawnattr_setsigdefault.call(attributes, set);
  }

  @Override
  public int posix_spawnattr_setsigmask(long attributes, long set) {
    return (int) posix_spawnattr_setsigmask.call(attributes, set);
  }

  @Override
  public long syscall(long number, long a, long b, long c) {
    return syscall.call(number, a, b, c);
  }

  @Override
  public int inotify_init1(int flags) {
    return (int) inotify_init1.call(flags);
  }

  @Override
  public int inotify_add_watch(int fd, long path, int mask) {
    return (int) inotify_add_watch.call(fd, path, mask);
  }

  @Override
  public int inotify_rm_watch(int fd, int watch) {
    return (int) inotify_rm_watch.call(fd, watch);
  }

  @Override
  public String strerror(int errno) {
    return NativeFunction.string(strerror.call(errno));
  }
}
