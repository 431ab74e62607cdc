package dev.vrrpd.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vrrpd.core.kernel.KernelEvent.Completed;
import dev.vrrpd.core.kernel.KernelEvent.RoutingRefused;
import dev.vrrpd.core.kernel.KernelEvent.RoutingRemoved;
import dev.vrrpd.core.kernel.KernelRequest.AddRouting;
import dev.vrrpd.core.kernel.KernelRequest.RemoveRouting;
import dev.vrrpd.core.value.InterfaceName;
import dev.vrrpd.core.value.IpAddress;
import dev.vrrpd.core.value.VirtualAddress;
import dev.vrrpd.core.value.routing.Insertion;
import dev.vrrpd.core.value.routing.NextHop;
import dev.vrrpd.core.value.routing.Prefix;
import dev.vrrpd.core.value.routing.Route;
import dev.vrrpd.core.value.routing.RouteType;
import dev.vrrpd.core.value.routing.RoutingEntry;
import dev.vrrpd.core.value.routing.RoutingRule;
import dev.vrrpd.core.value.routing.RuleAction;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What every {@link Kernel} does with routes and rules. */
public abstract class RoutingContract extends KernelContract {
  private static final int ENODEV = 19;
  private static final int ENETUNREACH = 101;

  private static Route route(String destination, String gateway) {
    return route(destination, gateway, LINK);
  }

  private static Route route(String destination, String gateway, InterfaceName device) {
    NextHop hop =
        new NextHop(
            Optional.of(IpAddress.of(gateway)),
            Optional.of(device),
            1,
            false,
            Optional.empty(),
            OptionalLong.empty());
    return new Route(
        Prefix.parse(destination).orElseThrow(),
        RouteType.UNICAST,
        Route.MAIN,
        Optional.empty(),
        RoutingEntry.VRRP_DAEMON,
        0,
        0,
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(hop),
        List.of(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Insertion.PREPEND,
        true);
  }

  private static RoutingRule rule(String from, long priority) {
    Prefix prefix = Prefix.parse(from).orElseThrow();
    return new RoutingRule(
        prefix.family(),
        false,
        Optional.of(prefix),
        Optional.empty(),
        priority,
        0,
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        RoutingEntry.VRRP_DAEMON,
        new RuleAction.Lookup(100),
        true);
  }

  private static List<RoutingEntry> routesAndRulesOfBothFamilies() {
    return List.of(
        route("10.50.0.0/24", "10.9.0.9"),
        route("fd50::/64", "fd09::9"),
        rule("10.50.0.0/24", 200),
        rule("fd50::/64", 201));
  }

  private void numberTheLink() {
    carryOut(add(VirtualAddress.of("10.9.0.1", 24), VirtualAddress.of("fd09::1", 64)));
  }

  private static List<RoutingRefused> routingRefusals(List<KernelEvent> events) {
    return events.stream()
        .filter(RoutingRefused.class::isInstance)
        .map(RoutingRefused.class::cast)
        .toList();
  }

  @Test
  void routesAndRulesAreThereAfterTheyWereAskedForAndGoneAfterwards() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    assertThat(routingRefusals(carryOut(new AddRouting("VI_1", all)))).isEmpty();
    assertThat(all).allMatch(world::routes);
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_1", all.reversed())))).isEmpty();
    assertThat(all).noneMatch(world::routes);
  }

  @Test
  void aRouteOrRuleThatIsThereAndTheAbsenceOfOneToRemoveAreSuccess() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    assertThat(routingRefusals(carryOut(new AddRouting("VI_2", all)))).isEmpty();
    carryOut(new RemoveRouting("VI_1", all));
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_2", all)))).isEmpty();
  }

  @Test
  void aRouteThatCannotBeIsRefusedByNameAndTheOthersAreSet() {
    numberTheLink();
    RoutingEntry impossible = route("10.51.0.0/24", "10.99.0.9");
    RoutingEntry good = rule("10.50.0.0/24", 200);
    AddRouting request = new AddRouting("VI_1", List.of(impossible, good));
    assertThat(routingRefusals(carryOut(request)))
        .singleElement()
        .extracting(RoutingRefused::request, RoutingRefused::entry, RoutingRefused::errno)
        .containsExactly(request, impossible, ENETUNREACH);
    assertThat(world.routes(good)).isTrue();
  }

  @Test
  void aRouteByALinkThatIsAbsentIsRefusedAndItsRemovalIsSuccess() {
    RoutingEntry entry = route("10.50.0.0/24", "10.9.0.9", new InterfaceName("nope0"));
    assertThat(routingRefusals(carryOut(new AddRouting("VI_1", List.of(entry)))))
        .extracting(RoutingRefused::errno)
        .containsExactly(ENODEV);
    assertThat(routingRefusals(carryOut(new RemoveRouting("VI_1", List.of(entry))))).isEmpty();
  }

  @Test
  void whatSomebodyElseRemovesIsToldByItsKey() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    all.forEach(world::removeByHand);
    List<KernelEvent> gone =
        all.stream().<KernelEvent>map(e -> new RoutingRemoved(e.key())).toList();
    world.await(events -> events.containsAll(gone));
    assertThat(all).noneMatch(world::routes);
  }

  @Test
  void ourOwnRemovalIsToldBeforeItIsCompleted() {
    numberTheLink();
    List<RoutingEntry> all = routesAndRulesOfBothFamilies();
    carryOut(new AddRouting("VI_1", all));
    RemoveRouting request = new RemoveRouting("VI_1", all);
    List<KernelEvent> events = carryOut(request);
    assertThat(events.subList(0, events.indexOf(new Completed(request))))
        .containsAll(all.stream().map(entry -> new RoutingRemoved(entry.key())).toList());
  }
}
