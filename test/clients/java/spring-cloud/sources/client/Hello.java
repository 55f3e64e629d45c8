package client;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
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

  @GetMapping("/hello")
  public String hello(@RequestParam("name") String name) {
    return System.getenv("CLIENT_NAME") + " " + System.getenv("CLIENT_VERSION") + " greets " + name;
  }

  @GetMapping("/setting")
  public String setting(@RequestParam("key") String key) {
    return environment.getProperty(key, "");
  }

  @GetMapping("/call")
  public String call(@RequestParam("service") String service, @RequestParam("name") String name) {
    return services.getForObject("http://" + service + "/hello?name=" + name, String.class);
  }
}
