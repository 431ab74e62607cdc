package dev.vrrpd.netlink.packet;

import dev.vrrpd.core.kernel.Link;
import dev.vrrpd.core.value.MacAddress;
import dev.vrrpd.netlink.libc.Errno;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** How far the rounds of one announcement have come. */
final class Burst {
  private final List<Announcement> announcements;
  private final long total;
  private final Consumer<Announcer.Refusal> refused;
  private final Set<Integer> deadLinks = new HashSet<>();
  private final Announcement[] inBatch = new Announcement[FrameBatch.CAPACITY];
  private long next;
  private int sentOfBatch;
  private int waits;

  Burst(List<Announcement> announcements, int rounds, Consumer<Announcer.Refusal> refused) {
    this.announcements = announcements;
    this.total = (long) rounds * announcements.size();
    this.refused = refused;
  }

  /** Puts the frames that come next into the empty {@code batch}; none at the end. */
  void fill(FrameBatch batch) {
    sentOfBatch = 0;
    while (!batch.full() && next < total) {
      Announcement announcement = announcements.get((int) (next % announcements.size()));
      next++;
      Link link = announcement.link();
      if (!link.loopback() && link.mac().isPresent() && !isDead(announcement)) {
        MacAddress mac = link.mac().get();
        inBatch[batch.count()] = announcement;
        batch.add(announcement, mac);
      }
    }
  }

  int sentOfBatch() {
    return sentOfBatch;
  }

  void sent(int frames, FrameBatch batch) {
    waits = 0;
    advance(frames, batch);
  }

  private void advance(int frames, FrameBatch batch) {
    sentOfBatch += frames;
    if (sentOfBatch >= batch.count()) {
      batch.clear();
    }
  }

  /** Whether a full queue may be waited for once more. */
  boolean patient(int patience) {
    waits++;
    return waits <= patience;
  }

  private boolean isDead(Announcement announcement) {
    return deadLinks.contains(announcement.link().index());
  }

  /** The first unsent frame is refused: once for each link. */
  void refuse(int errno, FrameBatch batch) {
    waits = 0;
    Announcement announcement = inBatch[sentOfBatch];
    if (deadLinks.add(announcement.link().index())) {
      refused.accept(new Announcer.Refusal(announcement, errno, Errno.message(errno)));
    }
    int dead = 1;
    while (sentOfBatch + dead < batch.count() && isDead(inBatch[sentOfBatch + dead])) {
      dead++;
    }
    advance(dead, batch);
  }
}
