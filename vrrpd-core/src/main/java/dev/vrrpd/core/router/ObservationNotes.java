package dev.vrrpd.core.router;

import dev.vrrpd.core.protocol.Observation;
import dev.vrrpd.core.value.Priority;

/** What a step observed, with the name of the instance it was observed in. */
final class ObservationNotes {
  private ObservationNotes() {}

  static Note note(String instance, Priority ours, Observation observation) {
    return switch (observation) {
      case Observation.ActiveDown() -> new Note.ActiveDown(instance);
      case Observation.LowerPriorityDiscarded(var heard, var source) ->
          new Note.LowerPriorityDiscarded(instance, heard, source);
      case Observation.RivalHeard(var heard, var source, boolean answered) ->
          new Note.RivalHeard(instance, heard, source, ours, answered);
      case Observation.SuperiorHeard(var heard, var source) ->
          new Note.SuperiorHeard(instance, heard, source, ours);
      case Observation.SuperiorAddressHeard(var heard, var source) ->
          new Note.SuperiorAddressHeard(instance, heard, source);
      case Observation.ResignationHeard(boolean asActive, var source) ->
          new Note.ResignationHeard(instance, asActive, source);
      case Observation.TwoOwners(var source) -> new Note.TwoOwners(instance, source);
      case Observation.IntervalLearned(var from, var to) ->
          new Note.IntervalLearned(instance, from, to);
      case Observation.IntervalRestored(var from, var to) ->
          new Note.IntervalRestored(instance, from, to);
      case Observation.IntervalZeroHeard(var source, var kept) ->
          new Note.IntervalZeroHeard(instance, source, kept);
      case Observation.RanLate(var silence) -> new Note.RanLate(instance, silence);
      case Observation.PreemptDelayStarted(var delay) ->
          new Note.PreemptDelayStarted(instance, delay);
    };
  }
}
