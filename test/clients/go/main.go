// A service built with Go Chassis: answers who it is, what its configuration says, and what another service answers.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/go-chassis/go-archaius"
	"github.com/go-chassis/go-chassis/v2"
	"github.com/go-chassis/go-chassis/v2/client/rest"
	_ "github.com/go-chassis/go-chassis/v2/configserver"
	"github.com/go-chassis/go-chassis/v2/core"
	_ "github.com/go-chassis/go-chassis/v2/middleware/ratelimiter"
	rf "github.com/go-chassis/go-chassis/v2/server/restful"
)

type Hello struct{}

func (h *Hello) Hello(b *rf.Context) {
	text := fmt.Sprintf("%s %s greets %s", os.Getenv("CLIENT_NAME"), os.Getenv("CLIENT_VERSION"), b.ReadQueryParameter("name"))
	_ = b.Write([]byte(text))
}

func (h *Hello) Setting(b *rf.Context) {
	_ = b.Write([]byte(archaius.GetString(b.ReadQueryParameter("key"), "")))
}

func (h *Hello) Call(b *rf.Context) {
	address := fmt.Sprintf("http://%s/hello?name=%s", b.ReadQueryParameter("service"), b.ReadQueryParameter("name"))
	request, err := rest.NewRequest("GET", address, nil)
	if err != nil {
		_ = b.WriteError(http.StatusBadRequest, err)
		return
	}
	if region := b.ReadQueryParameter("from"); region != "" {
		request.Header.Set("region", region)
	}
	answer, err := core.NewRestInvoker().ContextDo(context.Background(), request)
	if err != nil {
		status := http.StatusBadGateway
		if answer != nil && answer.StatusCode > 0 {
			status = answer.StatusCode
		}
		_ = b.WriteError(status, err)
		return
	}
	defer answer.Body.Close()
	body, _ := io.ReadAll(answer.Body)
	b.WriteHeader(answer.StatusCode)
	_ = b.Write(body)
}

func (h *Hello) URLPatterns() []rf.Route {
	query := func(path string, call func(*rf.Context)) rf.Route {
		return rf.Route{Method: http.MethodGet, Path: path, ResourceFunc: call, Returns: []*rf.Returns{{Code: 200}}}
	}
	return []rf.Route{query("/hello", h.Hello), query("/setting", h.Setting), query("/call", h.Call)}
}

func main() {
	chassis.RegisterSchema("rest", &Hello{})
	if err := chassis.Init(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	if err := chassis.Run(); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}
