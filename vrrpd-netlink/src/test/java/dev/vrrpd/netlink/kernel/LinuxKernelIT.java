package dev.vrrpd.netlink.kernel;

import dev.vrrpd.core.kernel.KernelContract;
import dev.vrrpd.core.kernel.KernelWorld;

class LinuxKernelIT extends KernelContract {
  @Override
  protected KernelWorld open() {
    return new LinuxWorld();
  }
}
