package dev.vrrpd.lab;

/** A dbus-daemon of a node that lets everybody own and say everything. */
public final class MessageBus {
  /** For those who look at {@code DBUS_SYSTEM_BUS_ADDRESS}. */
  public static final String ADDRESS = "unix:path=/run/lab/bus";

  private static final String CONFIG =
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-BUS Bus Configuration 1.0//EN"
       "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig>
        <listen>%s</listen>
        <auth>EXTERNAL</auth>
        <policy context="default">
          <allow user="*"/>
          <allow own="*"/>
          <allow send_destination="*"/>
          <allow receive_sender="*"/>
        </policy>
      </busconfig>
      """
          .formatted(ADDRESS);

  private MessageBus() {}

  /** In place of one that was killed too; it listens when this returns. */
  public static Program start(Node node) {
    node.exec("rm", "-f", "/run/lab/bus");
    String file = node.write("bus.conf", CONFIG).toString();
    Program bus =
        node.start("bus", "dbus-daemon", "--nofork", "--print-address", "--config-file=" + file);
    bus.awaitLine("unix:path");
    return bus;
  }
}
