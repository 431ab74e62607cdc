package dev.vrrpd.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.vrrpd.core.config.Probe;
import dev.vrrpd.core.track.ScriptOutcome;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.dbus.Units;
import dev.vrrpd.lab.NameServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers on this machine's loopback; the answers as the router gets them. */
class ProbesTest {
  private static final IpAddress LOCAL = IpAddress.of("127.0.0.1");
  private static final ScriptOutcome SUCCESS = new ScriptOutcome.Exited(0);

  @TempDir private Path directory;

  private final ExecutorService loop = Executors.newSingleThreadExecutor();
  private final ExecutorService servers = Executors.newCachedThreadPool();
  private final Probes probes =
      new Probes(loop, () -> new Units(Optional.of("unix:path=/nowhere/bus"), 0));

  @AfterEach
  void stop() {
    probes.close();
    loop.shutdownNow();
    servers.shutdownNow();
  }

  private CompletableFuture<ScriptOutcome> asked(Probe probe) {
    CompletableFuture<ScriptOutcome> end = new CompletableFuture<>();
    loop.execute(() -> probes.ask("check", probe, Duration.ofSeconds(5), end::complete));
    return end;
  }

  private ScriptOutcome answer(Probe probe) throws Exception {
    return asked(probe).get(10, TimeUnit.SECONDS);
  }

  private static void assertUnsatisfied(ScriptOutcome outcome, String reason) {
    assertThat(outcome).isInstanceOf(ScriptOutcome.Unsatisfied.class);
    assertThat(((ScriptOutcome.Unsatisfied) outcome).reason()).contains(reason);
  }

  /** Needs the right to open raw sockets, as the daemon does. */
  @Test
  void whoAnswersAnEchoRequestIsThere() throws Exception {
    assertThat(answer(new Probe.Ping(LOCAL))).isEqualTo(SUCCESS);
    assertThat(answer(new Probe.Ping(IpAddress.of("::1")))).isEqualTo(SUCCESS);
    assertThat(answer(new Probe.Ping(IpAddress.of("255.255.255.255"))))
        .isInstanceOf(ScriptOutcome.Unsatisfied.class);
  }

  @Test
  void withoutABusNoUnitIsThere() throws Exception {
    assertUnsatisfied(answer(new Probe.Systemd("haproxy.service")), "No such file");
  }

  @Test
  void whoAcceptsAConnectionIsThere() throws Exception {
    int port;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      port = server.getLocalPort();
      assertThat(answer(new Probe.Tcp(LOCAL, port))).isEqualTo(SUCCESS);
    }
    assertUnsatisfied(answer(new Probe.Tcp(LOCAL, port)), "refused");
  }

  private static Probe.Http http(int port, String path) {
    return http(false, port, path, Optional.empty(), false, Optional.empty());
  }

  private static Probe.Http http(
      boolean tls,
      int port,
      String path,
      Optional<String> host,
      boolean trusting,
      Optional<String> authority) {
    return new Probe.Http(
        tls, LOCAL, port, path, host, trusting, authority, OptionalInt.empty(), Optional.empty());
  }

  private static void serve(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          int status = exchange.getRequestURI().getPath().equals("/sick") ? 503 : 200;
          byte[] body =
              ("host " + exchange.getRequestHeaders().getFirst("Host"))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void statusAndBodyOfAnHttpServerAreCompared() throws Exception {
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server);
    int port = server.getAddress().getPort();
    assertThat(answer(http(port, "/health"))).isEqualTo(SUCCESS);
    assertUnsatisfied(answer(http(port, "/sick")), "status 503");
    Probe.Http plain = http(port, "/sick");
    assertThat(answer(expecting(plain, OptionalInt.of(503), "host www.example.com")))
        .isEqualTo(SUCCESS);
    assertUnsatisfied(
        answer(expecting(plain, OptionalInt.of(503), "all is well")), "without the expected text");
    server.stop(0);
  }

  private static Probe.Http expecting(Probe.Http probe, OptionalInt status, String body) {
    return new Probe.Http(
        probe.tls(),
        probe.address(),
        probe.port(),
        probe.path(),
        Optional.of("www.example.com"),
        false,
        Optional.empty(),
        status,
        Optional.of(body));
  }

  @Test
  void aCertificateIsVerifiedUnlessToldOtherwise() throws Exception {
    Path keys = directory.resolve("keys.p12");
    Path certificate = directory.resolve("ca.pem");
    keytool(
        "-genkeypair",
        "-keystore",
        keys.toString(),
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-ext",
        "SAN=dns:www.example.com");
    keytool("-exportcert", "-rfc", "-keystore", keys.toString(), "-file", certificate.toString());
    HttpsServer server = HttpsServer.create(anyPort(), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    serve(server);
    int port = server.getAddress().getPort();
    Optional<String> name = Optional.of("www.example.com");
    Optional<String> authority = Optional.of(certificate.toString());
    assertThat(answer(http(true, port, "/", name, false, authority))).isEqualTo(SUCCESS);
    assertUnsatisfied(
        answer(http(true, port, "/", name, false, Optional.empty())), "PKIX path building failed");
    assertUnsatisfied(
        answer(http(true, port, "/", Optional.of("other.example.com"), false, authority)),
        "other.example.com");
    assertThat(answer(http(true, port, "/", Optional.empty(), true, Optional.empty())))
        .isEqualTo(SUCCESS);
    assertUnsatisfied(
        answer(http(true, port, "/", name, false, Optional.of("/nowhere.pem"))), "certificates");
    server.stop(0);
  }

  private static void keytool(String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(words));
    command.addAll(List.of("-storepass", "changeit", "-alias", "test"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  private static SSLContext context(Path keys) throws Exception {
    char[] password = "changeit".toCharArray();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(keys.toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  @Test
  void haproxyIsAskedByItsSocket() throws Exception {
    Path socket = directory.resolve("admin.sock");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      servers.execute(() -> haproxy(server));
      assertThat(answer(new Probe.Haproxy(socket.toString(), Optional.empty()))).isEqualTo(SUCCESS);
      assertThat(answer(new Probe.Haproxy(socket.toString(), Optional.of("web"))))
          .isEqualTo(SUCCESS);
      assertUnsatisfied(
          answer(new Probe.Haproxy(socket.toString(), Optional.of("mail"))),
          "no server of mail is up");
    }
    Files.delete(socket);
    assertUnsatisfied(
        answer(new Probe.Haproxy(socket.toString(), Optional.empty())), "FileNotFoundException");
  }

  private static void haproxy(ServerSocketChannel server) {
    try {
      while (true) {
        try (SocketChannel client = server.accept()) {
          ByteBuffer command = ByteBuffer.allocate(64);
          int _ = client.read(command);
          boolean info = new String(command.array(), StandardCharsets.UTF_8).contains("info");
          String answer =
              info
                  ? "Name: HAProxy\nVersion: 2.6\n"
                  : "web,a%s,UP,1\nmail,b%s,DOWN,1\nmail,BACKEND%s,UP,1\n"
                      .replace("%s", ",".repeat(15));
          client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
        }
      }
    } catch (IOException closed) {
      assertThat(server.isOpen()).isFalse();
    }
  }

  @Test
  void aNameServerIsAskedForAnAddress() throws Exception {
    try (DatagramSocket server = new DatagramSocket(anyPort())) {
      servers.execute(() -> nameServer(server));
      assertThat(answer(new Probe.Dns(LOCAL, server.getLocalPort(), "www.example.com")))
          .isEqualTo(SUCCESS);
      assertUnsatisfied(
          answer(new Probe.Dns(LOCAL, server.getLocalPort(), "nowhere.example.com")), "rcode 3");
    }
  }

  private static void nameServer(DatagramSocket server) {
    try {
      NameServer.serve(server);
    } catch (IOException closed) {
      assertThat(server.isClosed()).isTrue();
    }
  }

  @Test
  void whoSaysNothingIsGivenUpWhenTheRouterSaysSo() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<ScriptOutcome> end = asked(http(server.getLocalPort(), "/"));
      server.accept();
      loop.execute(() -> probes.cancel("check"));
      assertUnsatisfied(end.get(10, TimeUnit.SECONDS), "no answer in time");
    }
  }
}
