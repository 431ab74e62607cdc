package dev.vrrpd.bench;

import java.time.Duration;

/** So many instances on so many segments, all of one daemon. */
enum Load {
  THOUSAND("1,000 instances at 1 s on four segments", 1000, 4, 1000, 10, 0),
  FAST("100 instances at 10 ms", 100, 1, 10, 10, 0),
  CROWDED("50 instances at 100 ms beside four busy loops", 50, 1, 100, 10, 4),
  FAST_CROWDED("20 instances at 10 ms beside four busy loops", 20, 1, 10, 10, 4);

  private final String text;
  private final int instances;
  private final int segments;
  private final Duration interval;
  private final Duration watched;
  private final int busyLoops;

  Load(String text, int instances, int segments, int millis, int seconds, int busyLoops) {
    this.text = text;
    this.instances = instances;
    this.segments = segments;
    this.interval = Duration.ofMillis(millis);
    this.watched = Duration.ofSeconds(seconds);
    this.busyLoops = busyLoops;
  }

  int instances() {
    return instances;
  }

  int segments() {
    return segments;
  }

  Duration interval() {
    return interval;
  }

  /** How long, once all are Active. */
  Duration watched() {
    return watched;
  }

  int busyLoops() {
    return busyLoops;
  }

  /** What every Active router together say in a second. */
  long expectedEachSecond() {
    return instances * 1000L / interval.toMillis();
  }

  String configuration() {
    StringBuilder file = new StringBuilder();
    for (int i = 0; i < instances; i++) {
      int segment = i % segments;
      int vrid = i / segments + 1;
      file.append(
          """
          vrrp_instance I%d {
            interface eth%d
            virtual_router_id %d
            version 3
            priority 150
            advert_int %s
            virtual_ipaddress {
              10.%d.%d.1/32
            }
          }
          """
              .formatted(i, segment, vrid, interval.toMillis() / 1000.0, 100 + segment, vrid));
    }
    return file.toString();
  }

  @Override
  public String toString() {
    return text;
  }
}
