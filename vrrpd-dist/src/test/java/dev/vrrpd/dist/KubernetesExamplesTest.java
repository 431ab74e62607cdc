package dev.vrrpd.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1DaemonSet;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Namespace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** config-examples/kubernetes against the schemas of Kubernetes: no unknown field, none missing. */
class KubernetesExamplesTest {
  private static final Path EXAMPLES = Shell.ROOT.resolve("config-examples/kubernetes");

  private static List<JsonObject> objects(String file) throws IOException {
    Load yaml = new Load(LoadSettings.builder().setAllowDuplicateKeys(false).build());
    List<JsonObject> objects = new ArrayList<>();
    for (Object document : yaml.loadAllFromString(Files.readString(EXAMPLES.resolve(file)))) {
      objects.add(new Gson().toJsonTree(document).getAsJsonObject());
    }
    return objects;
  }

  private static void check(JsonElement object) throws IOException {
    String kind = object.getAsJsonObject().get("kind").getAsString();
    switch (kind) {
      case "Namespace" -> V1Namespace.validateJsonElement(object);
      case "ConfigMap" -> V1ConfigMap.validateJsonElement(object);
      case "DaemonSet" -> V1DaemonSet.validateJsonElement(object);
      case "Deployment" -> V1Deployment.validateJsonElement(object);
      default -> throw new AssertionError("no schema at hand for " + kind);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"daemonset.yaml", "sidecar.yaml"})
  void eachObjectFitsItsSchema(String file) throws IOException {
    List<JsonObject> objects = objects(file);
    assertThat(objects).hasSizeGreaterThan(1);
    for (JsonObject object : objects) {
      check(object);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"daemonset.yaml", "sidecar.yaml"})
  void theDaemonHasTheTwoCapabilitiesAndARootItCannotWriteTo(String file) throws IOException {
    JsonObject vrrpd = containers(file).getLast();
    JsonObject security = vrrpd.getAsJsonObject("securityContext");
    assertThat(security.get("readOnlyRootFilesystem").getAsBoolean()).isTrue();
    assertThat(security.getAsJsonObject("capabilities").getAsJsonArray("add").toString())
        .contains("NET_ADMIN", "NET_RAW");
    assertThat(security.getAsJsonObject("capabilities").getAsJsonArray("drop").toString())
        .isEqualTo("[\"ALL\"]");
  }

  private static List<JsonObject> containers(String file) throws IOException {
    return objects(file)
        .getLast()
        .getAsJsonObject("spec")
        .getAsJsonObject("template")
        .getAsJsonObject("spec")
        .getAsJsonArray("containers")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  @Test
  void aMisspeltFieldWouldBeFound() throws IOException {
    JsonObject daemonSet = objects("daemonset.yaml").getLast();
    daemonSet.getAsJsonObject("spec").addProperty("templates", "x");
    assertThatThrownBy(() -> check(daemonSet)).hasMessageContaining("templates");
  }
}
