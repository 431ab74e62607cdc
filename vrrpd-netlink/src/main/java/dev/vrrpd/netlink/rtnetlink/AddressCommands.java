package dev.vrrpd.netlink.rtnetlink;

import dev.vrrpd.netlink.libc.Errno;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Failure;
import dev.vrrpd.netlink.rtnetlink.AddressOperation.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds and removes addresses, many in one system call. The kernel does the work inside the call,
 * with effort that grows with the number of addresses on the link: large sets belong on a thread
 * that nobody waits for. Confined to one thread at a time.
 *
 * <p>Only the last message of a batch asks for an acknowledgement; the kernel reports failures of
 * the others unasked.
 */
public final class AddressCommands implements AutoCloseable {
  /** Some thirty addresses or more; a longer batch gains nothing and blocks for longer. */
  private static final int BATCH = 4096;

  /**
   * Nanoseconds for which one system call may hold its processor: a kernel that is not preemptible
   * lets nobody else have it meanwhile, however urgent.
   */
  private static final long LONGEST = 1_000_000;

  private static final long SHORT = LONGEST / 4;

  private static final int FIRST = 16;
  private static final int GREATEST = 128;

  private static final int RECEIVE_BUFFER = 1 << 20;

  private final NetlinkSocket socket;
  private final MessageWriter writer = new MessageWriter(BATCH);
  private int sequence;

  /** As many as one system call has lately taken in good time. */
  private int most = FIRST;

  private AddressCommands(NetlinkSocket socket) {
    this.socket = socket;
  }

  /**
   * In the calling thread's network namespace.
   *
   * @throws dev.vrrpd.netlink.libc.LibcException when there can be no such socket
   */
  public static AddressCommands open() {
    return new AddressCommands(NetlinkSocket.open(0, RECEIVE_BUFFER));
  }

  /**
   * Tries all of {@code operations}, in order. An address to add that is there, and one to remove
   * that is not, or whose link is gone, is no failure.
   */
  public List<Failure> carryOut(List<AddressOperation> operations) {
    List<Failure> failures = new ArrayList<>();
    int done = 0;
    while (done < operations.size()) {
      int first = sequence + 1;
      int count = write(operations.subList(done, operations.size()));
      long begin = System.nanoTime();
      exchange(operations.subList(done, done + count), first, failures);
      adapt(count, System.nanoTime() - begin);
      done += count;
    }
    return failures;
  }

  private void adapt(int count, long nanos) {
    if (nanos > LONGEST) {
      most = Math.max(1, count / 2);
    } else if (nanos < SHORT) {
      most = Math.min(2 * most, GREATEST);
    }
  }

  private int write(List<AddressOperation> operations) {
    writer.clear();
    int count = 0;
    while (count < Math.min(most, operations.size())
        && writer.remaining() >= AddressMessages.LONGEST) {
      AddressOperation operation = operations.get(count);
      sequence++;
      count++;
      switch (operation.kind()) {
        case ADD ->
            AddressMessages.writeAdd(writer, sequence, operation.linkIndex(), operation.address());
        case REMOVE ->
            AddressMessages.writeRemove(
                writer, sequence, operation.linkIndex(), operation.address());
      }
    }
    writer.acknowledgeLast();
    return count;
  }

  private void exchange(List<AddressOperation> batch, int first, List<Failure> failures) {
    int sent = socket.send(writer);
    if (sent < 0) {
      batch.forEach(operation -> failures.add(failure(operation, -sent)));
      return;
    }
    Answers answers = new Answers(batch, first, failures);
    while (!answers.complete) {
      int received = socket.receive(answers::message);
      if (received < 0 && received != -Errno.EINTR) {
        // Nobody knows which of the rest took effect: each is reported, none is guessed.
        batch
            .subList(answers.answered, batch.size())
            .forEach(operation -> failures.add(failure(operation, -received)));
        return;
      }
    }
  }

  private static Failure failure(AddressOperation operation, int errno) {
    return new Failure(operation.address(), errno, Errno.message(errno));
  }

  private static final class Answers {
    private final List<AddressOperation> batch;
    private final int first;
    private final List<Failure> failures;
    private int answered;
    private boolean complete;

    Answers(List<AddressOperation> batch, int first, List<Failure> failures) {
      this.batch = batch;
      this.first = first;
      this.failures = failures;
    }

    void message(Message message) {
      int index = message.sequence() - first;
      if (message.type() != Rtnetlink.NLMSG_ERROR || index < 0 || index >= batch.size()) {
        return;
      }
      Answer answer = Answer.parse(message);
      AddressOperation operation = batch.get(index);
      if (answer.errno() != 0 && !harmless(operation.kind(), answer.errno())) {
        failures.add(new Failure(operation.address(), answer.errno(), answer.reason()));
      }
      answered = index + 1;
      complete = answered == batch.size();
    }

    private static boolean harmless(Kind kind, int errno) {
      return switch (kind) {
        case ADD -> errno == Errno.EEXIST;
        case REMOVE -> errno == Errno.EADDRNOTAVAIL || errno == Errno.ENODEV;
      };
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
