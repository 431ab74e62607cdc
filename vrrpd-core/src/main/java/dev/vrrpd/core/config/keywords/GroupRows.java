package dev.vrrpd.core.config.keywords;

import static dev.vrrpd.core.config.grammar.Arguments.flag;
import static dev.vrrpd.core.config.keywords.GroupDraft.GROUP;

import dev.vrrpd.core.config.grammar.Argument;
import dev.vrrpd.core.config.grammar.Block;
import dev.vrrpd.core.config.grammar.Directive;
import dev.vrrpd.core.config.text.Word;
import java.util.List;

/** {@code vrrp_sync_group} and {@code track_group}. */
final class GroupRows {
  private static final Argument<Word> MEMBER = new AnyWord("INSTANCE", "VI_1");

  private static final List<Directive<GroupDraft>> OWN =
      List.of(
          GROUP
              .names("group", MEMBER, (_, _) -> {}, (g, member, line) -> g.members.add(member))
              .otherwise("mandatory")
              .firstWinning()
              .summary("The instances that change state together.")
              .example("group {\n    VI_1 VI_2\n}"),
          GROUP
              .row("sync_group_tracking_weight", flag(), (g, _) -> g.keepsWeights = true)
              .since("2.0.0")
              .otherwise("off")
              .summary(
                  "Weights keep their effect in a group; priorities of members may then differ."),
          GROUP
              .row("global_tracking", flag(), (g, _) -> g.keepsWeights = true)
              .deprecatedFor("sync_group_tracking_weight")
              .summary("Old spelling of sync_group_tracking_weight."));

  static final Block<GroupDraft> SYNC_GROUP =
      Block.block("vrrp_sync_group", List.of(OWN, TrackingRows.of(GROUP)));

  static final Block<TrackGroupDraft> TRACK_GROUP =
      Block.block(
          "track_group",
          List.of(
              List.of(
                  TrackGroupDraft.TRACK_GROUP
                      .names(
                          "group",
                          MEMBER,
                          (_, _) -> {},
                          (group, member, _) -> group.members.add(member))
                      .since("2.0.3")
                      .otherwise("mandatory")
                      .summary(
                          "Instances that are in FAULT while the interface of a static address,"
                              + " route or rule of this group is down.")
                      .example("group {\n    VI_1\n}"))));

  private GroupRows() {}
}
