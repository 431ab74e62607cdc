package dev.vrrpd.status;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What came of asking at a socket. */
sealed interface Answer {
  /** A daemon that does not answer in this time hangs. */
  int PATIENCE_SECONDS = 5;

  /** A document. */
  record Told(String document) implements Answer {}

  /** No daemon listens there. */
  record Nobody() implements Answer {}

  /** The socket is somebody else's. */
  record Forbidden() implements Answer {}

  /** Somebody listens and says nothing: stopped, or stuck. */
  record Silence() implements Answer {}

  static Answer at(Path socket) {
    if (Files.notExists(socket)) {
      return new Nobody();
    }
    if (!Files.isWritable(socket)) {
      return new Forbidden();
    }
    var reading = CompletableFuture.supplyAsync(() -> read(socket), Answer::onItsOwn);
    try {
      return reading.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return new Silence();
      }
      throw e;
    }
  }

  private static void onItsOwn(Runnable task) {
    Thread.ofPlatform().daemon().name("asking").start(task);
  }

  private static Answer read(Path socket) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      byte[] document = Channels.newInputStream(channel).readAllBytes();
      return document.length == 0
          ? new Silence()
          : new Told(new String(document, StandardCharsets.UTF_8));
    } catch (IOException _) {
      return new Nobody();
    }
  }
}
