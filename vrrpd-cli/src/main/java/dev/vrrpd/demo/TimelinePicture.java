package dev.vrrpd.demo;

import java.util.List;

/**
 * A recording as an SVG timeline: advertisements, the holder of the address, the client's pings.
 */
final class TimelinePicture {
  private static final int LEFT = 130;
  private static final int WIDTH = 900;
  private static final int RIGHT = 20;
  private static final String FIRST = "#2563eb";
  private static final String SECOND = "#d97706";

  private final Recording recording;
  private final double end;
  private final StringBuilder svg = new StringBuilder();

  private TimelinePicture(Recording recording) {
    this.recording = recording;
    this.end = Math.ceil(recording.now() / 1e9);
  }

  static String draw(Recording recording) {
    return new TimelinePicture(recording).draw();
  }

  private String draw() {
    element(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d 262" font-family="sans-serif" font-size="13">
        <title>A failover of vrrpd, as measured: advertisements, virtual IP, client pings</title>
        <rect width="%d" height="262" rx="8" fill="#ffffff"/>
        """
            .formatted(WIDTH, WIDTH));
    deeds();
    adverts("router-a", 70, FIRST);
    adverts("router-b", 110, SECOND);
    holder(140);
    pings(180);
    axis(225);
    element("</svg>\n");
    return svg.toString();
  }

  private void deeds() {
    int row = 0;
    for (Sighting.Deed deed : recording.all(Sighting.Deed.class)) {
      int y = 18 + 16 * (row++ % 2);
      element(
          """
          <line x1="%1$.1f" y1="%2$d" x2="%1$.1f" y2="215" stroke="#9ca3af" stroke-dasharray="3 3"/>
          <text x="%3$.1f" y="%2$d" fill="#374151">%4$s</text>
          """
              .formatted(x(deed.at()), y, x(deed.at()) + 4, deed.text()));
    }
  }

  private void adverts(String router, int y, String colour) {
    label(router, y + 4);
    List<Sighting.Advert> adverts =
        recording.all(Sighting.Advert.class).stream()
            .filter(advert -> advert.router().equals(router))
            .toList();
    for (Sighting.Advert advert : adverts) {
      boolean farewell = advert.priority() == 0;
      element(
          "<circle cx=\"%.1f\" cy=\"%d\" r=\"4\" fill=\"%s\" stroke=\"%s\"/>%n"
              .formatted(x(advert.at()), y, farewell ? "#ffffff" : colour, colour));
    }
  }

  private void holder(int y) {
    label("virtual IP", y + 14);
    List<Sighting.Advert> adverts = recording.all(Sighting.Advert.class);
    for (int i = 0; i < adverts.size(); i++) {
      Sighting.Advert advert = adverts.get(i);
      if (advert.priority() == 0) {
        continue;
      }
      // An advertisement speaks for the second that follows it, or until somebody else speaks.
      long until = advert.at() + 1_020_000_000L;
      long next = i + 1 < adverts.size() ? adverts.get(i + 1).at() : recording.now();
      bar(
          advert.at(),
          Math.min(until, next),
          y,
          advert.router().equals("router-a") ? FIRST : SECOND);
    }
  }

  private void pings(int y) {
    label("client pings", y + 14);
    List<Sighting.Ping> pings = recording.all(Sighting.Ping.class);
    for (int i = 0; i < pings.size(); ) {
      int j = i;
      while (j < pings.size() && pings.get(j).answered() == pings.get(i).answered()) {
        j++;
      }
      long until = j < pings.size() ? pings.get(j).at() : pings.getLast().at();
      bar(pings.get(i).at(), until, y, pings.get(i).answered() ? "#16a34a" : "#dc2626");
      i = j;
    }
  }

  private void bar(long from, long until, int y, String colour) {
    element(
        "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>%n"
            .formatted(x(from), y, Math.max(0.3, x(until) - x(from)), colour));
  }

  private void axis(int y) {
    for (int second = 0; second <= end; second += 2) {
      element(
          """
          <text x="%1$.1f" y="%2$d" fill="#6b7280" text-anchor="middle">%3$d s</text>
          """
              .formatted(x(second * 1_000_000_000L), y + 18, second));
    }
    element(
        "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#9ca3af\"/>%n"
            .formatted(LEFT, y, WIDTH - RIGHT, y));
  }

  private void label(String text, int y) {
    element("<text x=\"16\" y=\"%d\" fill=\"#111827\">%s</text>%n".formatted(y, text));
  }

  private void element(String text) {
    svg.append(text);
  }

  private double x(long at) {
    return LEFT + at / 1e9 / end * (WIDTH - LEFT - RIGHT);
  }
}
