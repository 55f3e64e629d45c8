package client;

import org.springframework.core.env.Environment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestTemplate;

/** Answers who it is, what its configuration says, and what another service answers. */
@RestController
public class Hello {
  private final Environment environment;
  private final RestTemplate services;

  public Hello(Environment environment, RestTemplate services) {
    this.environment = environment;
    this.services = services;
  }

  /** Its kind of answer is part of the contract: callers that go by it read nothing else. */
  @GetMapping(path = "/hello", produces = "text/plain")
  public String hello(
      @RequestParam("name") String name, @RequestHeader(name = "region", required = false) String region) {
    return System.getenv("CLIENT_NAME") + " " + System.getenv("CLIENT_VERSION") + " greets " + name;
  }

  @GetMapping("/setting")
  public String setting(@RequestParam("key") String key) {
    return environment.getProperty(key, "");
  }

  @GetMapping("/call")
  public ResponseEntity<String> call(
      @RequestParam("service") String service,
      @RequestParam("name") String name,
      @RequestParam(name = "from", defaultValue = "") String region) {
    HttpHeaders headers = new HttpHeaders();
    if (!region.isEmpty()) headers.set("region", region);
    String address = "http://" + service + "/hello?name=" + name;
    try {
      String answer = services.exchange(address, HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
      return ResponseEntity.ok(answer);
    } catch (HttpStatusCodeException refused) {
      return ResponseEntity.status(refused.getRawStatusCode()).body(refused.getResponseBodyAsString());
    }
  }
}
