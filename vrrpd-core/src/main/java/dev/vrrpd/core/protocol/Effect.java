package dev.vrrpd.core.protocol;

import dev.vrrpd.core.value.Priority;

/** What shall be done, in the order it is returned. */
public sealed interface Effect permits Effect.Act, Observation {

  /** Something the world gets to feel. */
  sealed interface Act extends Effect {}

  /** Send an advertisement of this priority; {@link Priority#RESIGN} says farewell. */
  record SendAdvertisement(Priority priority) implements Act {}

  record InstallAddresses() implements Act {}

  record RemoveAddresses() implements Act {}

  /** Tell the neighbours who has the addresses now. */
  record AnnounceAddresses() implements Act {}

  /** Tell them again, since somebody else may have told them otherwise. */
  record AnnounceAgainstRival() implements Act {}
}
