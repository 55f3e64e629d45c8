package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"net/http"
	"os"
	"runtime"
	"strings"
	"time"

	_ "github.com/go-chassis/go-chassis/v2/middleware/circuit"
	self "github.com/go-chassis/go-chassis/v2/pkg/runtime"
	"github.com/go-chassis/go-chassis/v2/third_party/forked/afex/hystrix-go/hystrix"
)

// The public collector (huaweicse/cse-collector) is on no module proxy: here are its requests, with its fields and its sums,
// about what the framework itself has measured. Every ten seconds the framework calls it once for each circuit.
func init() {
	_ = hystrix.InstallReporter("dashboard", report)
}

func report(circuit *hystrix.CircuitBreaker) error {
	host, _ := os.Hostname()
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	body, err := json.Marshal(map[string]any{
		"appId":       self.App,
		"version":     self.Version,
		"name":        self.ServiceName,
		"environment": "",
		"instance":    host,
		"thread":      runtime.NumGoroutine(),
		"customs":     nil,
		"interfaces":  []any{measured(circuit)},
		"cpu":         float64(runtime.NumCPU()),
		"memory": map[string]any{
			"heapAlloc":    memory.HeapAlloc,
			"heapSys":      memory.HeapSys,
			"heapIdle":     memory.HeapIdle,
			"heapInUse":    memory.HeapInuse,
			"heapReleased": memory.HeapReleased,
			"heapObjects":  memory.HeapObjects,
		},
		"serviceId":  self.ServiceID,
		"instanceId": self.InstanceID,
	})
	if err != nil {
		return err
	}
	address := fmt.Sprintf("%s/v2/default/csemonitor/metric?service=%s", os.Getenv("ENGINE"), self.ServiceName)
	request, err := http.NewRequest(http.MethodPost, address, bytes.NewReader(body))
	if err != nil {
		return err
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("x-user-name", "default")
	request.Header.Set("x-domain-name", "default")
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the dashboard answered %s", answer.Status)
	}
	return nil
}

// Its l50 is the fifth percentile, and its rate of calls a sum of ten seconds times a number of its own.
func measured(circuit *hystrix.CircuitBreaker) map[string]any {
	now := time.Now()
	c := circuit.Metrics.DefaultCollector()
	total, failure := c.NumRequests().Sum(now), c.Failures().Sum(now)
	duration := c.RunDuration()
	rate := 0.0
	if total > 0 {
		rate = math.Round(failure/total*1000) / 1000
	}
	name := circuit.Name
	if end := strings.LastIndex(name, "."); end >= 0 {
		name = name[:end]
	}
	return map[string]any{
		"name":               name,
		"desc":               name,
		"qps":                math.Round(total*(1-math.Exp(-5.0/60.0))*1000) / 1000,
		"latency":            int(duration.Mean()),
		"l995":               int(duration.Percentile(99.5)),
		"l99":                int(duration.Percentile(99)),
		"l90":                int(duration.Percentile(90)),
		"l75":                int(duration.Percentile(75)),
		"l50":                int(duration.Percentile(5)),
		"l25":                int(duration.Percentile(25)),
		"l5":                 int(duration.Percentile(5)),
		"rate":               1,
		"total":              int64(total),
		"failure":            int64(failure),
		"shortCircuited":     int64(c.ShortCircuits().Sum(now)),
		"circuitBreakerOpen": circuit.IsOpen(),
		"semaphoreRejected":  0,
		"threadPoolRejected": 0,
		"countTimeout":       0,
		"failureRate":        rate,
	}
}
