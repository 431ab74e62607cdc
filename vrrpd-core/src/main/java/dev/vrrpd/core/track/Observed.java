package dev.vrrpd.core.track;

import dev.vrrpd.core.value.InterfaceName;

/** Where an {@link Assessment} looks up what it depends on. */
public interface Observed {
  Condition script(String name);

  Condition link(InterfaceName name);

  FileReading file(String name);

  Condition process(String name);

  Condition session(String name);
}
