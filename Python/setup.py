"""What pyproject.toml cannot say: the version is that of the program, and the wheel is of this platform and any Python 3."""

import os

from setuptools import setup
from setuptools.command.bdist_wheel import bdist_wheel
from setuptools.dist import Distribution


class PlatformDistribution(Distribution):
    """Holds a shared library, so that its files do not go among those of any platform."""

    def has_ext_modules(self) -> bool:
        return True


class PlatformWheel(bdist_wheel):
    """ctypes loads the library, so that no version of Python is asked for but 3."""

    def get_tag(self) -> "tuple[str, str, str]":
        return "py3", "none", super().get_tag()[2]


setup(version=os.environ["HSI_VERSION"], distclass=PlatformDistribution, cmdclass={"bdist_wheel": PlatformWheel})
