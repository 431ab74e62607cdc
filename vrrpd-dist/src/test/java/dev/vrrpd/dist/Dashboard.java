package dev.vrrpd.dist;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The Grafana dashboard of config-examples/monitoring, as a file that is read. */
final class Dashboard {
  private final JsonObject root;

  private Dashboard(JsonObject root) {
    this.root = root;
  }

  static Dashboard read() {
    String file = "config-examples/monitoring/grafana/dashboards/vrrpd.json";
    try {
      String text = Files.readString(Shell.ROOT.resolve(file));
      return new Dashboard(JsonParser.parseString(text).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonObject> panels() {
    return objects(root.getAsJsonArray("panels"));
  }

  List<JsonObject> variables() {
    return objects(root.getAsJsonObject("templating").getAsJsonArray("list"));
  }

  static List<JsonObject> targets(JsonObject panel) {
    return objects(panel.getAsJsonArray("targets"));
  }

  /** What all panels together ask Prometheus. */
  List<String> questions() {
    return panels().stream()
        .flatMap(panel -> targets(panel).stream())
        .map(target -> target.get("expr").getAsString())
        .distinct()
        .toList();
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }
}
