package dev.vrrpd.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A witness that cannot tell a bad packet from a good one proves nothing. */
@InLab
class TsharkIT {
  private static final String VERSION_2 =
      "01005e000012 02000000000a 0800 45c00028000100 00ff70 d088 0a090001 e0000012"
          + "210c640101 01 %s 0a090070 7365637265740000";
  private static final String VERSION_3 =
      "01005e000012 02000000000a 0800 45c00020000100 00ff70 d090 0a090001 e0000012"
          + "310e9601 0019 %s 0a090072";

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({VERSION_2 + ",332c", VERSION_3 + ",43c3"})
  void acceptsAGoodChecksum(String packet, String checksum) throws IOException {
    assertThat(Tshark.faults(pcap(packet.formatted(checksum)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({VERSION_2 + ",332d", VERSION_3 + ",43c4"})
  void findsABadChecksum(String packet, String checksum) throws IOException {
    assertThat(Tshark.faults(pcap(packet.formatted(checksum)))).hasSize(1);
  }

  private Path pcap(String hex) throws IOException {
    byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
    Path file = directory.resolve("one.pcap");
    try (var out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt(0xa1b2c3d4);
      out.writeShort(2);
      out.writeShort(4);
      out.writeLong(0);
      out.writeInt(65535);
      out.writeInt(1);
      out.writeLong(0);
      out.writeInt(frame.length);
      out.writeInt(frame.length);
      out.write(frame);
    }
    return file;
  }
}
