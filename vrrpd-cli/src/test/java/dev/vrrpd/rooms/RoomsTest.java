package dev.vrrpd.rooms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom. Each rule ends with what to do instead; docs/ARCHITECTURE.md draws the rooms.
 */
class RoomsTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("dev.vrrpd");

  private static final String CORE = "dev.vrrpd.core..";
  private static final String NETLINK = "dev.vrrpd.netlink..";

  @Test
  void coreKnowsNothingButTheLanguage() {
    classes()
        .that()
        .resideInAPackage(CORE)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                    CORE,
                    "java.lang..",
                    "java.util",
                    "java.util.function..",
                    "java.util.stream..",
                    "java.util.regex..",
                    "java.util.random..",
                    "java.time..",
                    "java.math..",
                    "java.nio",
                    "java.nio.charset..",
                    "java.security..",
                    "javax.crypto..",
                    "") // arrays of primitives
                .or(nameMatching("java\\.net\\.(InetAddress|Inet6Address)"))
                .or(nameMatching("java\\.io\\.Serializable")))
        .because(
            "core is a value machine without files, sockets or logs: take the text or the octets as an argument, return"
                + " an Effect or a Note, and let vrrpd-netlink or vrrpd-cli do it")
        .check(HOUSE);
  }

  @Test
  void coreReadsNoClock() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .callMethodWhere(readsAClock())
        .because("a step must give the same result twice: take a Moment as an argument")
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaMethodCall> readsAClock() {
    return DescribedPredicate.describe(
        "reads a clock",
        call ->
            (call.getTargetOwner().getName() + "." + call.getName())
                .matches(
                    "java\\.lang\\.System\\.(nanoTime|currentTimeMillis)|java\\.time\\.(.*\\.now|Clock\\..*)"));
  }

  @Test
  void noTurnOfTheLoopComputesWithBigDecimal() {
    noClasses()
        .that()
        .resideInAnyPackage(
            CORE + "router",
            CORE + "protocol",
            CORE + "track",
            CORE + "group",
            CORE + "bfd",
            CORE + "kernel",
            CORE + "wire",
            "dev.vrrpd.daemon..",
            "dev.vrrpd.netlink..")
        .should()
        .callMethodWhere(multipliesADuration())
        .because(
            "it goes by way of BigDecimal, whose first use takes 20 ms of the start: take Multiple.of or Moment.minus")
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaMethodCall> multipliesADuration() {
    return DescribedPredicate.describe(
        "multiplies a Duration",
        call ->
            (call.getTargetOwner().getName() + "." + call.getName())
                .matches("java\\.time\\.Duration\\.(multipliedBy|dividedBy|negated|abs)"));
  }

  @Test
  void coreHasNoThreadsProcessesOrConsole() {
    noClasses()
        .that()
        .resideInAPackage(CORE)
        .should()
        .dependOnClassesThat(
            nameMatching(
                "java\\.lang\\.(Thread|ThreadLocal|Process|ProcessBuilder|ProcessHandle|Runtime)(\\$.*)?"))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("one loop runs core and prints its notes: return an Effect or a Note")
        .check(HOUSE);
  }

  @Test
  void insideCoreNobodyPointsBack() {
    core()
        .whereLayer("router")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("bfd")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("track")
        .mayOnlyBeAccessedByLayers("router")
        .whereLayer("group")
        .mayOnlyBeAccessedByLayers("router")
        .whereLayer("config")
        .mayOnlyBeAccessedByLayers("router", "track", "group", "bfd")
        .whereLayer("protocol")
        .mayOnlyBeAccessedByLayers("router", "track", "group", "config")
        .whereLayer("wire")
        .mayOnlyBeAccessedByLayers("router", "track", "group", "bfd", "config", "protocol")
        .whereLayer("kernel")
        .mayOnlyBeAccessedByLayers("router", "track")
        .because(
            "config, track and group speak of the protocol, and the protocol of octets, never the other way round: pass"
                + " a value down, or move it to the room that both may know (core.value)")
        .check(HOUSE);
  }

  private static LayeredArchitecture core() {
    LayeredArchitecture rooms = layeredArchitecture().consideringOnlyDependenciesInAnyPackage(CORE);
    for (String room :
        new String[] {
          "value", "wire", "kernel", "protocol", "config", "group", "track", "bfd", "router"
        }) {
      rooms = rooms.layer(room).definedBy("dev.vrrpd.core." + room + "..");
    }
    return rooms;
  }

  @Test
  void netlinkDoesNotKnowTheDaemon() {
    noClasses()
        .that()
        .resideInAPackage(NETLINK)
        .should()
        .dependOnClassesThat(theCommandLineModule())
        .because("netlink serves any daemon: take a callback, or a value of core.kernel")
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> theCommandLineModule() {
    return resideInAPackage("dev.vrrpd..").and(not(resideInAnyPackage(CORE, NETLINK)));
  }

  @Test
  void onlyLibcKnowsTheForeignFunctionLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.vrrpd.netlink.libc..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jnr..", "com.kenai..")
        .because(
            "java.lang.foreign may replace it in one file: add the call to Libc, with its man page section")
        .check(HOUSE);
  }

  @Test
  void onlyTheEventLoopKnowsNetty() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.vrrpd.netlink.loop..", "dev.vrrpd.metrics..", "dev.vrrpd.check..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.netty..")
        .because(
            "descriptors and timers are Netty's business in one room only, HTTP in another, questions to others in a third: use EventLoop")
        .check(HOUSE);
  }

  @Test
  void onlyTheLoggingRoomKnowsTheLogger() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.vrrpd.logging..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ch.qos.logback..")
        .because(
            "where lines go is decided in one room: log by SLF4J, configure in dev.vrrpd.logging")
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandsKnowPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.vrrpd.command..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .because("the command line ends at the commands: pass a value")
        .check(HOUSE);
  }

  @Test
  void keepalivedsWordsStayAtTheDoor() {
    noMembers()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(
            "dev.vrrpd.core.protocol..",
            "dev.vrrpd.core.router..",
            "dev.vrrpd.core.wire..",
            NETLINK)
        .should()
        .haveNameMatching("(?i).*master.*")
        .because(
            "inside, RFC 9568's word is Active; keepalived's words are made in surface.KeepalivedNames")
        .check(HOUSE);
  }

  @Test
  void roomsFormNoCircles() {
    slices()
        .matching("dev.vrrpd.(**)")
        .should()
        .beFreeOfCycles()
        .because(
            "two rooms that need each other are one room, or lack a third: move what both need")
        .check(HOUSE);
  }

  @Test
  void namesSayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Manager|Utils?|Helper|Impl)")
        .because("these words name nothing: say what it promises")
        .check(HOUSE);
  }

  @Test
  void valuesDoNotChange() {
    fields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("dev.vrrpd.core.value..")
        .should()
        .beFinal()
        .because("values are shared by all rooms: make a new one")
        .check(HOUSE);
  }
}
