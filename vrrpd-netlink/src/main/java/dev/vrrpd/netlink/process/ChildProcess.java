package dev.vrrpd.netlink.process;

/** A child on its way, leader of a process group of its own. Confined to the loop. */
public interface ChildProcess {
  /** 0 until it has started. */
  int pid();

  /**
   * Sends a signal to the child and all its descendants that stayed in its process group; one that
   * has not started yet gets it as soon as it has. After the end it does nothing.
   */
  void signal(int signal);
}
