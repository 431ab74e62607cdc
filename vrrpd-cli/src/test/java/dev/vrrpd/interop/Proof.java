package dev.vrrpd.interop;

/** How advertisements are authenticated. */
enum Proof {
  NONE(""),
  PASS("authentication {\n auth_type PASS\n auth_pass s3cret\n }"),
  AH("authentication {\n auth_type AH\n auth_pass s3cret\n }"),
  HMAC("auth_hmac {\n key 7 hex:%s\n active_key 7\n }".formatted("5a".repeat(32)));

  private final String configuration;

  Proof(String configuration) {
    this.configuration = configuration;
  }

  String configuration() {
    return configuration;
  }
}
