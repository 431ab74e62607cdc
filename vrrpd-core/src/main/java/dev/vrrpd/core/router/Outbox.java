package dev.vrrpd.core.router;

import dev.vrrpd.core.kernel.KernelRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the outputs of one turn, in order. */
final class Outbox {
  private final List<Output> outputs = new ArrayList<>();

  void add(Output output) {
    outputs.add(output);
  }

  void tell(Note note) {
    outputs.add(new Output.Tell(note));
  }

  void ask(KernelRequest request) {
    outputs.add(new Output.AskKernel(request));
  }

  /** Everything since the last call; most turns have nothing to say, and leave no garbage. */
  List<Output> take() {
    if (outputs.isEmpty()) {
      return Collections.emptyList();
    }
    List<Output> taken = List.copyOf(outputs);
    outputs.clear();
    return taken;
  }
}
