package dev.vrrpd.core.kernel;

/**
 * The port to the operating system's network configuration. Implementations deliver {@link
 * KernelEvent}s to the consumer they were made with, on the loop's thread, never from inside {@link
 * #submit}.
 */
public interface Kernel {
  /** Takes a request; never blocks, never throws for what the kernel may refuse. */
  void submit(KernelRequest request);
}
