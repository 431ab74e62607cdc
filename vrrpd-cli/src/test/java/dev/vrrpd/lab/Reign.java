package dev.vrrpd.lab;

import dev.vrrpd.core.value.IpAddress;
import java.time.Instant;

/** Advertisements of one source without another's between them. */
public record Reign(IpAddress source, Instant first, Instant last, int adverts) {
  static Reign begin(Frame.Advert advert) {
    return new Reign(advert.source(), advert.at(), advert.at(), 1);
  }

  Reign with(Frame.Advert advert) {
    return new Reign(source, first, advert.at(), adverts + 1);
  }
}
