package dev.vrrpd.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers HTTPS on port 8443 and HTTP on port 8080, and prints what it is told. */
public final class SecureServer {
  private static final String PASSWORD = "changeit";

  private SecureServer() {}

  /** On a node, as www.example.com; its certificate is {@code /run/lab/ca.pem}. */
  public static Program start(Node node) {
    String java = Path.of(System.getProperty("java.home"), "bin").toString();
    String keytool = java + "/keytool -storepass " + PASSWORD + " -keystore keys.p12 -alias a ";
    node.exec(
        "sh", "-c", keytool + "-genkeypair -keyalg EC -dname CN=a -ext SAN=dns:www.example.com");
    node.exec("sh", "-c", keytool + "-exportcert -rfc -file ca.pem");
    String path = System.getProperty("java.class.path");
    Program server =
        node.start("server", java + "/java", "-cp", path, SecureServer.class.getName());
    server.awaitLine("listening");
    return server;
  }

  /** In the node's directory. */
  public static void main(String[] none) throws IOException, GeneralSecurityException {
    HttpsServer secure =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8443), 0);
    secure.setHttpsConfigurator(new HttpsConfigurator(context()));
    serve(secure);
    serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080), 0));
    System.out.println("listening");
  }

  private static void serve(HttpServer server) {
    server.createContext("/", SecureServer::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    System.out.println(exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8));
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  private static SSLContext context() throws IOException, GeneralSecurityException {
    char[] password = PASSWORD.toCharArray();
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(Path.of("keys.p12").toFile(), password), password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
