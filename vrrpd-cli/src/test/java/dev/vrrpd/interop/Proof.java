package dev.vrrpd.interop;

/** How advertisements are authenticated. */
enum Proof {
  NONE(""),
  PASS("authentication {\n auth_type PASS\n auth_pass s3cret\n }"),
  AH("authentication {\n auth_type AH\n auth_pass s3cret\n }");

  private final String configuration;

  Proof(String configuration) {
    this.configuration = configuration;
  }

  String configuration() {
    return configuration;
  }
}
