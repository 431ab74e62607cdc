package dev.vrrpd.daemon;

import dev.vrrpd.core.kernel.Kernel;
import dev.vrrpd.core.router.Input;
import dev.vrrpd.core.router.Output;
import dev.vrrpd.door.Fifos;
import dev.vrrpd.script.CheckScripts;
import dev.vrrpd.script.Notifier;
import dev.vrrpd.tell.Tellers;
import java.util.function.Consumer;

/** Hands each output to the one who performs it. Confined to the loop. */
record Performer(
    AdvertisementPorts ports,
    Kernel kernel,
    CheckScripts checks,
    Notifier notifier,
    Journal journal,
    Fifos fifos,
    Agents agents,
    Tellers tellers)
    implements DaemonLoop.Effects {

  @Override
  public void run(Output output, Consumer<Input> outcome) {
    switch (output) {
      case Output.Transmit order -> ports.transmit(order, outcome);
      case Output.AskKernel(var request) -> kernel.submit(request);
      case Output.RunScript(var script) -> checks.run(script, outcome);
      case Output.Recover(var check) -> checks.recover(check, outcome);
      case Output.KillScript(var script, var forcibly) -> checks.kill(script, forcibly);
      case Output.Notify notice -> {
        notifier.notify(notice);
        fifos.notify(notice);
        agents.notify(notice);
        tellers.notify(notice);
      }
      case Output.Tell(var note) -> {
        journal.tell(note);
        fifos.tell(note);
      }
    }
  }
}
