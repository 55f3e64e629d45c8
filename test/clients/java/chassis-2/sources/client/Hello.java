package client;

import com.netflix.config.DynamicPropertyFactory;
import org.apache.servicecomb.provider.rest.common.RestSchema;
import org.apache.servicecomb.provider.springmvc.reference.RestTemplateBuilder;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestTemplate;

/** Answers who it is, what its configuration says, and what another service answers. */
@RestSchema(schemaId = "Hello")
@RequestMapping(path = "/")
public class Hello {
  private final RestTemplate services = RestTemplateBuilder.create();

  @GetMapping(path = "/hello")
  public String hello(
      @RequestParam(name = "name") String name, @RequestHeader(name = "region", required = false) String region) {
    return System.getenv("CLIENT_NAME") + " " + System.getenv("CLIENT_VERSION") + " greets " + name;
  }

  @GetMapping(path = "/setting")
  public String setting(@RequestParam(name = "key") String key) {
    return DynamicPropertyFactory.getInstance().getStringProperty(key, "").get();
  }

  @GetMapping(path = "/call")
  public String call(
      @RequestParam(name = "service") String service,
      @RequestParam(name = "name") String name,
      @RequestParam(name = "from", required = false, defaultValue = "") String region) {
    HttpHeaders headers = new HttpHeaders();
    if (!region.isEmpty()) headers.set("region", region);
    String address = "cse://" + service + "/hello?name=" + name;
    return services.exchange(address, HttpMethod.GET, new HttpEntity<>(headers), String.class).getBody();
  }
}
