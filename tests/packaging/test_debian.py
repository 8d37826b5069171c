"""Which system packages are missing, by which names, and what a user has to type."""

from __future__ import annotations

import pytest


@pytest.fixture
def debian(load):
    return load("debian")


def test_what_is_there_is_not_missing(debian):
    needs = [
        debian.program("python3", "python3"),
        debian.module("python3", "json"),
        debian.program("no-such-package", "no-such-program-at-all"),
        debian.module("no-such-module", "no_such_module_at_all"),
        debian.library("no-such-library", "libno-such-library.so.7"),
        debian.font("no-such-font", "NoSuchFont-*.ttf"),
    ]
    assert [need.package for need in debian.missing(needs)] == [
        "no-such-package",
        "no-such-module",
        "no-such-library",
        "no-such-font",
    ]


def test_a_sign_names_what_was_looked_for(debian):
    assert debian.library("libegl1", "libEGL.so.1").sign == "libEGL.so.1"
    assert debian.font("fonts-dejavu-core", "*.ttf", "*.otf").sign == "*.ttf or *.otf"


def test_a_package_that_two_needs_share_is_named_once(debian):
    fonts = (*debian.ANY_FONT, *debian.TESTS)
    assert debian.package_names(fonts, set()) == ["fonts-dejavu-core", "dbus", "gnome-keyring"]


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"libglib2.0-0", "libgl1"}, "libglib2.0-0"),  # Debian 12
        ({"libglib2.0-0t64", "libgl1"}, "libglib2.0-0t64"),  # Debian 13, Ubuntu 24.04
        (set(), "libglib2.0-0"),  # apt has no lists yet
    ],
)
def test_a_renamed_library_is_asked_for_by_the_name_this_release_knows(debian, known, name):
    glib = [need for need in debian.QT if need.package == "libglib2.0-0"]
    assert debian.package_names(glib, known) == [name]


def test_one_command_when_apt_has_its_lists(debian):
    assert debian.one_command(["libegl1", "libgl1"], {"libegl1", "libgl1", "dbus"}) == (
        "sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )


def test_one_command_fetches_the_lists_first_when_a_name_is_not_known(debian):
    command = debian.one_command(["libegl1"], {"dpkg"})
    assert command == (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1"
    )
    assert "\n" not in command


def test_nothing_is_done_when_nothing_is_missing(debian, capsys):
    assert debian.provide([debian.module("python3", "json")])
    assert capsys.readouterr().out == ""


def test_a_window_needs_the_libraries_of_its_display(debian):
    def packages(**variables):
        return [need.package for need in debian.for_window(variables)]

    assert packages() == packages(DISPLAY="") == []
    assert "libxcb-cursor0" in packages(DISPLAY=":0")
    assert "libwayland-cursor0" not in packages(DISPLAY=":0")
    assert {"libxcb-cursor0", "libwayland-cursor0"} <= set(packages(WAYLAND_DISPLAY="wayland-0"))
