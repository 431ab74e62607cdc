package dev.vrrpd.snmp;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A session with an AgentX master, RFC 2741: answers its questions on a thread of its own, and
 * hands it notifications. What is asked of the master waits for its answer, 5 s at most.
 */
final class Master implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 5;
  private static final int NOT_WRITABLE = 17;

  private final SocketChannel channel;
  private final Supplier<MibView> view;
  private final AtomicInteger packets = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Request.Response>> awaited =
      new ConcurrentHashMap<>();
  private int session;

  private Master(SocketChannel channel, Supplier<MibView> view) {
    this.channel = channel;
    this.view = view;
  }

  /** A PDU of ours under its number. */
  private interface Pdu {
    byte[] octets(int packet);
  }

  /**
   * @param view what is shown, asked for on the session's thread
   */
  static Master open(
      SocketAddress address, String description, List<Oid> subtrees, Supplier<MibView> view)
      throws IOException {
    SocketChannel channel =
        address instanceof UnixDomainSocketAddress
            ? SocketChannel.open(StandardProtocolFamily.UNIX)
            : SocketChannel.open();
    Master master = new Master(channel, view);
    try {
      channel.connect(address);
      Thread.ofPlatform().daemon().name("AgentX").start(master::serve);
      master.session =
          master
              .ask(packet -> PduWriter.open(packet, PATIENCE_SECONDS, description))
              .header()
              .session();
      for (Oid subtree : subtrees) {
        master.ask(packet -> PduWriter.register(master.session, packet, subtree));
      }
      return master;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  boolean connected() {
    return channel.isOpen();
  }

  void tell(List<Variable> variables) throws IOException {
    ask(packet -> PduWriter.notification(session, packet, variables));
  }

  /** Fails if the master does not answer. */
  void ping() throws IOException {
    ask(packet -> PduWriter.ping(session, packet));
  }

  private Request.Response ask(Pdu pdu) throws IOException {
    int packet = packets.incrementAndGet();
    CompletableFuture<Request.Response> answer = new CompletableFuture<>();
    awaited.put(packet, answer);
    try {
      send(pdu.octets(packet));
      Request.Response response = answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (response.error() != 0) {
        throw new IOException("the AgentX master says error " + response.error());
      }
      return response;
    } catch (TimeoutException e) {
      throw new IOException("the AgentX master does not answer", e);
    } catch (ExecutionException e) {
      throw new IOException("the AgentX master has gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      awaited.remove(packet);
    }
  }

  private synchronized void send(byte[] octets) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(octets);
    while (out.hasRemaining()) {
      channel.write(out);
    }
  }

  private void serve() {
    try (channel;
        var in = new DataInputStream(Channels.newInputStream(channel))) {
      while (true) {
        byte[] head = in.readNBytes(Header.LENGTH);
        if (head.length < Header.LENGTH) {
          return;
        }
        Header header = PduReader.header(head);
        answer(PduReader.request(header, head[2], in.readNBytes(header.payloadLength())));
      }
    } catch (IOException | IllegalArgumentException gone) {
      fail(gone);
    } finally {
      fail(new IOException("closed"));
    }
  }

  private void fail(Exception why) {
    awaited.values().forEach(answer -> answer.completeExceptionally(why));
  }

  private void answer(Request request) throws IOException {
    switch (request) {
      case Request.Get(Header header, var questions) ->
          respond(header, questions.stream().map(view.get()::get).toList());
      case Request.GetNext(Header header, var questions) ->
          respond(header, questions.stream().map(view.get()::next).toList());
      case Request.GetBulk bulk -> respond(bulk.header(), view.get().bulk(bulk));
      case Request.TestSet(Header header) ->
          send(PduWriter.response(header, NOT_WRITABLE, List.of()));
      case Request.Close _ -> channel.close();
      case Request.Response response -> {
        var asked = awaited.get(response.header().packet());
        if (asked != null) {
          asked.complete(response);
        }
      }
      case Request.Other _ -> {} // the end of a refused write needs no answer
    }
  }

  private void respond(Header header, List<Answer> answers) throws IOException {
    send(PduWriter.response(header, 0, answers));
  }

  @Override
  public void close() throws IOException {
    try {
      if (connected()) {
        send(PduWriter.close(session, packets.incrementAndGet()));
      }
    } finally {
      channel.close();
    }
  }
}
