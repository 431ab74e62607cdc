package dev.vrrpd.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IpAddressHashTest {
  @Test
  void tenThousandNeighboursHaveAsManyCodes() {
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(i -> IpAddress.of("10.100.%d.%d".formatted(i / 250, i % 250)))
                .map(IpAddress::hashCode)
                .distinct())
        .hasSizeGreaterThan(9_990);
    assertThat(
            IntStream.range(0, 10_000)
                .mapToObj(i -> IpAddress.of("fd09::%x".formatted(i)))
                .map(IpAddress::hashCode)
                .distinct())
        .hasSizeGreaterThan(9_990);
  }
}
